/** A number as a question's reader writes it; without `decimals` as many as it has. */
export type WriteReadersNumber = (value: number, decimals?: number) => string;

/**
 * How the readers of a language write the numbers of a question: with a comma outside English. No groups of thousands,
 * because people type the numbers into a field and a calculator.
 */
export function numberWriter(language: string): WriteReadersNumber {
  return (value, decimals) => {
    const plain = decimals === undefined ? String(value) : value.toFixed(decimals);
    return language === "en" ? plain : plain.replace(".", ",");
  };
}
