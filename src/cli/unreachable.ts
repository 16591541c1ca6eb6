/** Why a host has not answered, and what to do. Node says “fetch failed” and keeps the reason in the causes of that. */
export function whyUnreachable(error: unknown, host: string): string | undefined {
  const {code, message} = firstCode(error) ?? {};
  switch (code) {
    case undefined:
      return undefined;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `There is no host ${host} (${code}). Is its name right, and this machine online?`;
    case 'ECONNREFUSED':
      return `${host} refuses the connection (${code}). Is its server up, and the port right?`;
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return `${host} does not answer (${code}). Is its server up, and does a firewall let this machine out?`;
    default:
      if (/CERT|SIGNATURE/.test(code))
        return `The certificate of ${host} is not trusted (${code}: ${message}). Renew it; one of your own is named in NODE_EXTRA_CA_CERTS.`;
      return code.startsWith('ERR_SSL')
        ? `${host} does not speak https there (${code}). Is the port right, or must the address begin with http://?`
        : `${host} has broken the connection off (${code}). Try again, or look into the log of its server.`;
  }
}

function firstCode(error: unknown): {code: string; message: string} | undefined {
  for (let cause = error; cause instanceof Error;) {
    if ('code' in cause && typeof cause.code === 'string' && !('url' in cause))
      return {code: cause.code, message: cause.message};
    cause = cause instanceof AggregateError ? (cause.errors as unknown[])[0] : cause.cause;
  }
  return undefined;
}
