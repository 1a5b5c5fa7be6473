/**
 * The terms of a glossary as one Aho-Corasick automaton in flat arrays, built from the terms read backwards: run
 * over a text from its end to its start it knows, at every place, the longest term that begins there, which is what
 * leftmost-longest matching asks for. Nothing has to be tried again, whatever the text.
 */
export type Automaton = {
  /** Direct transitions of the root by UTF-16 unit; 0: none. */
  readonly root: Int32Array;
  /** Open-addressing table of all other transitions, two words a slot: see `put`. */
  readonly slots: Int32Array;
  readonly shift: number;
  /** One bit or more for every transition there is: most lookups end here, in memory that stays in the cache. */
  readonly filter: Int32Array;
  /** Per node: where to go on when there is no transition. */
  readonly fail: Int32Array;
  /** Per node: the node of the longest term that begins here; 0: none. */
  readonly longest: Int32Array;
  /** Per node: index of the term that is read in full here, or -1. */
  readonly term: Int32Array;
  readonly nodes: number;
};

/** Slots carry node numbers in 24 bits. Ten million characters of CSV cannot reach it. */
const MAX_NODES = 1 << 24;

/** Builds the automaton of terms given as one row of units; of two equal terms the first is kept. */
export function buildAutomaton(
  units: Uint16Array,
  ends: Int32Array,
): Automaton {
  const total = ends.length === 0 ? 0 : (ends[ends.length - 1] ?? 0);
  if (total + 1 >= MAX_NODES)
    throw new RangeError("Too many characters in the glossary.");
  const builder = new Builder(total + 1);
  // One level of depth after the other: when a node is made, all shallower ones exist, so its fail link is known.
  const states = new Int32Array(ends.length);
  let open = Int32Array.from(ends.keys());
  for (let depth = 1; open.length > 0; depth += 1) {
    let still = 0;
    for (const index of open) {
      const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
      const at = (ends[index] ?? 0) - depth;
      if (at < start) continue;
      const node = builder.step(states[index] ?? 0, units[at] ?? 0);
      states[index] = node;
      if (at === start) builder.finish(node, index);
      else open[still++] = index;
    }
    open = open.subarray(0, still);
  }
  return builder.result();
}

/** The longest term that begins at each place of a row of units, as a node of the automaton; 0: none. */
export function longestByStart(
  automaton: Automaton,
  units: Uint16Array,
  length: number,
): Int32Array {
  const { root, slots, shift, filter, fail, longest } = automaton;
  const filterShift = shift - 2;
  const found = new Int32Array(length);
  let node = 0;
  for (let at = length - 1; at >= 0; at -= 1) {
    const unit = units[at] ?? 0;
    let next = 0;
    while (node !== 0) {
      const bits = mix(node, unit);
      if (isInFilter(filter, bits >>> filterShift)) {
        next = lookUp(slots, bits >>> shift, node, unit);
        if (next !== 0) break;
      }
      node = fail[node] ?? 0;
    }
    node = node === 0 ? (root[unit] ?? 0) : next;
    found[at] = longest[node] ?? 0;
  }
  return found;
}

function isInFilter(filter: Int32Array, bit: number): boolean {
  return (((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

function mix(node: number, unit: number): number {
  return Math.imul(
    Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b),
    0xc2b2ae35,
  );
}

/** The node reached from a node other than the root, or 0. */
function lookUp(
  slots: Int32Array,
  slot: number,
  node: number,
  unit: number,
): number {
  const key = (node << 8) | (unit & 0xff);
  const high = unit >>> 8;
  const mask = slots.length - 2;
  for (let at = slot << 1; ; at = (at + 2) & mask) {
    const value = slots[at + 1] ?? 0;
    if (value === 0) return 0;
    if (slots[at] === key && (value & 0xff) === high) return value >>> 8;
  }
}

class Builder {
  private readonly root = new Int32Array(0x10000);
  private slots: Int32Array;
  private shift: number;
  private used = 0;
  private readonly fail: Int32Array;
  private readonly term: Int32Array;
  private nodes = 1;

  constructor(maxNodes: number) {
    // Terms share endings, so a slot a node is ample; the table doubles if they do not.
    this.shift = Math.clz32(Math.max(16, maxNodes) - 1);
    this.slots = new Int32Array(2 << (32 - this.shift));
    this.fail = new Int32Array(maxNodes);
    this.term = new Int32Array(maxNodes).fill(-1);
  }

  /** Goes from a node by a unit, making the transition where there is none. */
  step(node: number, unit: number): number {
    const known = this.find(node, unit);
    if (known !== 0) return known;
    const made = this.nodes++;
    if (node === 0) {
      this.root[unit] = made;
      return made;
    }
    this.fail[made] = this.follow(this.fail[node] ?? 0, unit);
    this.put(node, unit, made);
    return made;
  }

  finish(node: number, index: number): void {
    if (this.term[node] === -1) this.term[node] = index;
  }

  result(): Automaton {
    const { nodes } = this;
    const fail = this.fail.slice(0, nodes);
    const term = this.term.slice(0, nodes);
    const longest = new Int32Array(nodes);
    for (let node = 1; node < nodes; node += 1) {
      longest[node] =
        term[node] === -1 ? (longest[fail[node] ?? 0] ?? 0) : node;
    }
    return {
      root: this.root,
      slots: this.slots,
      shift: this.shift,
      filter: this.filter(),
      fail,
      longest,
      term,
      nodes,
    };
  }

  private find(node: number, unit: number): number {
    return node === 0
      ? (this.root[unit] ?? 0)
      : lookUp(this.slots, mix(node, unit) >>> this.shift, node, unit);
  }

  private follow(node: number, unit: number): number {
    for (let at = node; ; at = this.fail[at] ?? 0) {
      const next = this.find(at, unit);
      if (next !== 0 || at === 0) return next;
    }
  }

  /** A slot: node and the unit's low byte in one word, the next node and the unit's high byte in the other. */
  private put(node: number, unit: number, next: number): void {
    this.used += 1;
    if (this.used * 4 > this.slots.length) this.grow();
    this.place(
      (node << 8) | (unit & 0xff),
      (next << 8) | (unit >>> 8),
      node,
      unit,
    );
  }

  private place(key: number, value: number, node: number, unit: number): void {
    const mask = this.slots.length - 2;
    let at = (mix(node, unit) >>> this.shift) << 1;
    while (this.slots[at + 1] !== 0) at = (at + 2) & mask;
    this.slots[at] = key;
    this.slots[at + 1] = value;
  }

  private grow(): void {
    const old = this.slots;
    this.shift -= 1;
    this.slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const key = old[at] ?? 0;
      const value = old[at + 1] ?? 0;
      if (value !== 0)
        this.place(key, value, key >>> 8, (key & 0xff) | ((value & 0xff) << 8));
    }
  }

  /** Four bits a slot: at the table's load of a half at most, seven lookups in eight that must fail end at the filter. */
  private filter(): Int32Array {
    const filter = new Int32Array(this.slots.length >>> 4);
    for (let at = 0; at < this.slots.length; at += 2) {
      const key = this.slots[at] ?? 0;
      const value = this.slots[at + 1] ?? 0;
      if (value === 0) continue;
      const bit =
        mix(key >>> 8, (key & 0xff) | ((value & 0xff) << 8)) >>>
        (this.shift - 2);
      filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
    return filter;
  }
}
