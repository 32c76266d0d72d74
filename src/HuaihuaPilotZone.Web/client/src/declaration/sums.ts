// Adding typed decimals exactly: floating point would show 0.30000000000000004 in a totals row.

const scale = 5;

/** The number in units of 10^-5, or undefined when the text is not a plain decimal. Thousands separators are allowed. */
function parse(text: string): bigint | undefined {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d{0,5}))?$/.exec(text.replaceAll(',', '').trim());
  if (!match) return undefined;
  const units = BigInt(`${match[2]}${(match[3] ?? '').padEnd(scale, '0')}`);
  return match[1] === '-' ? -units : units;
}

/** Sum with thousands separators and at least so many decimals; texts that are no numbers are left out. */
export function sum(texts: string[], decimals: number): string {
  let units = 0n;
  for (const text of texts) units += parse(text) ?? 0n;
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, -scale).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = digits.slice(-scale).replace(/0+$/, '').padEnd(decimals, '0');
  return `${sign}${whole}${fraction ? `.${fraction}` : ''}`;
}
