/** Addresses that a link of a lesson may have: the web, mail, and other lessons of the track. */
export function isAllowedLink(address: string): boolean {
  return /^(https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@]|lesson:[a-z0-9-]+$)/i.test(address) && !/[\s<>]/.test(address);
}

/** What somebody typed as an address; a DOI becomes its web address. Null for what can't be a link. */
export function linkAddress(typed: string): string | null {
  const address = typed.trim();
  const doi = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(address)?.[1];
  if (doi !== undefined) return `https://doi.org/${doi}`;
  if (isAllowedLink(address)) return address;
  if (/^[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}$/i.test(address)) return `mailto:${address}`;
  const web = `https://${address}`;
  return /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}([/?#]\S*)?$/i.test(address) && isAllowedLink(web) ? web : null;
}
