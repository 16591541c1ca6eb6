import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: {
    name: '@storybook/web-components-vite',
    options: {builder: {viteConfigPath: '.storybook/vite.config.ts'}},
  },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-themes'],
  staticDirs: [
    {from: '../stories/feeds', to: '/feeds'},
    {from: '../stories/photos', to: '/photos'},
  ],
  // What is lowered for old engines takes the colour scheme from the style sheet alone: `light-dark()` stays as written.
  viteFinal: (config) => ({...config, build: {...config.build, cssTarget: 'esnext', cssMinify: false}}),
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  docs: {defaultName: 'Docs'},
};

export default config;
