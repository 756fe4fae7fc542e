/** The product's mark: a standing mirror with a glint. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#98221b" />
      <circle cx="16" cy="13.5" r="8.5" fill="none" stroke="#ffd88a" strokeWidth="2.4" />
      <path
        d="M11.6 15.6 17.8 8.6M15.4 18.2l5-5.6"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path d="M16 22v5M11.5 27.4h9" stroke="#ffd88a" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}
