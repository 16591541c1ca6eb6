import {defineConfig} from 'vite';

/** The project's own configuration builds the library; Storybook needs none of it. */
export default defineConfig({});
