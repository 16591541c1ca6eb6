export default {devToolbar: {enabled: false}, telemetry: false};
