/** Where the snippet goes, by the kind of site. */
export const hosts = {
  'Plain HTML': ['Paste it where the element shall stand, anywhere between <body> and </body>.'],
  WordPress: [
    'In the block editor add a block “Custom HTML” and paste the snippet into it.',
    'Preview, then publish. Only administrators and editors of a site of its own may save scripts; on WordPress.com this needs a plan with plugins.',
    'For every page at once: Appearance → Editor → Templates, and the same block there.',
  ],
  Squarespace: [
    'Edit the page, add a block “Code”, choose HTML, paste the snippet.',
    'Scripts in code blocks do not run while you edit: save, and look at the page itself. They need a plan with code blocks.',
  ],
  Wix: [
    'Add → Embed code → Embed HTML, and paste the snippet under “Code”. Wix shows it in a frame: give that frame the height that the preview has here.',
    'Without a frame: Settings → Custom code takes the script line for all pages, and Add → Embed code → Custom element the element.',
  ],
  Ghost: [
    'In the editor type /html and paste the snippet into the HTML card.',
    'For every page: Settings → Code injection takes the script line; the element goes into the theme’s template.',
  ],
  Webflow: [
    'Drag an “Embed” element (Add → Components → Code Embed) to its place and paste the snippet.',
    'It runs on the published site and in the preview, not in the designer.',
  ],
  Shopify: [
    'Online Store → Themes → Customize, add a section “Custom Liquid”, paste the snippet.',
    'Where a link template such as {id} stands inside, wrap the snippet in {% raw %} and {% endraw %}.',
  ],
};
