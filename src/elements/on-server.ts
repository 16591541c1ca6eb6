import {isServer} from 'lit';

/** False in every build for browsers, from which bundlers then leave out what is for servers. Lit's own type says `false`. */
export const onServer: boolean = isServer;
