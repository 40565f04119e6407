/**
 * Societies of the demonstration, with public facts only. They neither issued nor endorsed what stands under their
 * names, and every page says so.
 */
export const societies = [
  {
    slug: "esr",
    acronym: "ESR",
    name: "European Society of Radiology",
    website: "https://www.myesr.org",
    description:
      "The European Society of Radiology brings together radiologists in Europe and holds the European Congress of Radiology.",
  },
  {
    slug: "cirse",
    acronym: "CIRSE",
    name: "Cardiovascular and Interventional Radiological Society of Europe",
    website: "https://www.cirse.org",
    description:
      "The Cardiovascular and Interventional Radiological Society of Europe is a society of physicians who work in interventional radiology.",
  },
  {
    slug: "efrs",
    acronym: "EFRS",
    name: "European Federation of Radiographer Societies",
    website: "https://www.efrs.eu",
    description:
      "The European Federation of Radiographer Societies represents national societies of radiographers in Europe.",
  },
  {
    slug: "efomp",
    acronym: "EFOMP",
    name: "European Federation of Organisations for Medical Physics",
    website: "https://www.efomp.org",
    description:
      "The European Federation of Organisations for Medical Physics is an umbrella of national organisations for medical physics.",
  },
  {
    slug: "espr",
    acronym: "ESPR",
    name: "European Society of Paediatric Radiology",
    website: "https://www.espr.org",
    description:
      "The European Society of Paediatric Radiology is a society of physicians who work in the imaging of children.",
  },
] as const;
