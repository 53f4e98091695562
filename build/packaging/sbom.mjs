/**
 * The bill of materials of a packed app in CycloneDX 1.5 (JSON): the Electron that it runs on, and every package of which something is in it.
 * The same for the same app: no time and no random number is in it.
 * @param {{ name: string, version: string }} app
 * @param {string} electron version
 * @param {readonly import('../bundling/shipped-packages.mjs').ShippedPackage[]} packages
 */
export function billOfMaterials(app, electron, packages) {
  const component = (/** @type {string} */ name, /** @type {string} */ version, /** @type {string} */ licence) => {
    const address = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    return { type: 'library', 'bom-ref': address, name, version, purl: address, licenses: [/[ ()]/.test(licence) ? { expression: licence } : { license: { id: licence } }] };
  };
  const components = [component('electron', electron, 'MIT'), ...packages.map(({ name, version, licence }) => component(name, version, licence))];
  const self = `pkg:npm/${app.name}@${app.version}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': self, name: app.name, version: app.version, purl: self } },
    components,
    dependencies: [{ ref: self, dependsOn: components.map((one) => one['bom-ref']) }],
  };
}
