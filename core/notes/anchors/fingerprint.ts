const SEEDS = [0xdeadbeef, 0x41c6ce57] as const;
const FACTORS = [0x9e3779b1, 0x5f356495] as const;

/**
 * A short name for a text: 53 bits in base 36. Texts with the same name and length are taken for the same; it is no
 * protection against someone who looks for two that collide.
 */
export function fingerprint(text: string): string {
  let [high, low]: [number, number] = [...SEEDS];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, FACTORS[0]);
    low = Math.imul(low ^ unit, FACTORS[1]);
  }
  high = mix(high) ^ mix(low ^ (low >>> 13));
  low = mix(low) ^ mix(high ^ (high >>> 13));
  return ((low >>> 11) * 2 ** 32 + (high >>> 0)).toString(36);
}

function mix(value: number): number {
  return Math.imul(value ^ (value >>> 16), 0x85ebca6b);
}
