/** What a gathering of a cell must be like; numbers a province may replace. */
export interface MeetingRules {
  /** Minutes that a meeting of each kind should last at least; shorter is flagged, not refused. */
  readonly minutes: Readonly<Record<'regular' | 'thematic' | 'combined' | 'study', number>>;
  /** Days before the meeting by which materials are out; later is flagged. */
  readonly materialsDays: number;
  /** Share of those with a vote who must be present: half is [1, 2]. */
  readonly quorum: readonly [number, number];
  /** Attendance in percent that a good meeting exceeds; 0: none was set. */
  readonly attendancePercent: number;
}

const UNMEASURED: MeetingRules = {
  minutes: { regular: 0, thematic: 0, combined: 0, study: 0 },
  materialsDays: 0,
  quorum: [1, 2],
  attendancePercent: 0,
};

/** HD 12-HD/BTCTW of 2018 set attendance; the lengths are those in use since. */
const MEASURED: MeetingRules = {
  ...UNMEASURED,
  minutes: { regular: 90, thematic: 90, combined: 120, study: 0 },
  attendancePercent: 85,
};

/** By rule pack; CT 50-CT/TW and HD 42-HD/BTCTW of 2025 ask for materials a day before. */
export const MEETING_RULES = {
  'vn-2006': UNMEASURED,
  'vn-2011': UNMEASURED,
  'vn-2016': MEASURED,
  'vn-2021': MEASURED,
  'vn-2026': { ...MEASURED, materialsDays: 1 },
} as const satisfies Readonly<Record<string, MeetingRules>>;
