import {addons} from 'storybook/manager-api';
import {create} from 'storybook/theming';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'news-elements',
    colorPrimary: '#9c2a1f',
    colorSecondary: '#9c2a1f',
    appBg: '#f3f1ec',
    appBorderColor: '#d9d6cf',
    appBorderRadius: 2,
    inputBorderRadius: 2,
    textColor: '#16181b',
    textMutedColor: '#5b6068',
  }),
});
