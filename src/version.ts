/** This library's version. Every element's class has it as `version`: how two copies on a page tell each other apart. */
export const version = '0.1.0';
