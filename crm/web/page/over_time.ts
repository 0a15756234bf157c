// How many interactions fell into each stretch of time: what the small chart draws. Pure.

export type Period = "day" | "week" | "month";

export interface Stretch {
    begins_at: number; // ms since 1970
    count: number;
}

const day_ms = 86_400_000;
const steps: readonly [Period, number][] = [
    ["day", day_ms],
    ["week", 7 * day_ms],
    ["month", 30.4375 * day_ms],
];

/**
 * Cuts the time between the first and the last instant into at most `stretches_max` equal stretches of a day, a week
 * or a month, the shortest that fits; beyond that, the earliest stretches are left out.
 */
export function over_time(instants: readonly number[], stretches_max = 60): { period: Period; stretches: Stretch[] } {
    const known = instants.filter(Number.isFinite);
    if (known.length === 0) {
        return { period: "day", stretches: [] };
    }
    const first = known.reduce((a, b) => Math.min(a, b));
    const last = known.reduce((a, b) => Math.max(a, b));
    const fitting = steps.find(([, ms]) => Math.floor(last / ms) - Math.floor(first / ms) < stretches_max);
    const [period, ms] = fitting ?? (steps[2] as [Period, number]);
    const from = Math.max(Math.floor(first / ms), Math.floor(last / ms) - stretches_max + 1);
    const stretches: Stretch[] = [];
    for (let turn = from; turn <= Math.floor(last / ms); turn += 1) {
        stretches.push({ begins_at: turn * ms, count: 0 });
    }
    for (const instant of known) {
        const stretch = stretches[Math.floor(instant / ms) - from];
        if (stretch) {
            stretch.count += 1;
        }
    }
    return { period, stretches };
}
