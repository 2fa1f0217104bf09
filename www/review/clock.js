// The moments at which a person decided something. The core reads no clock.

/** This moment where the user is, to the minute: `2024-06-27 09:30`. */
export function thisMoment() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** This day where the user is, `YYYY-MM-DD`. */
export function thisDay() {
  return thisMoment().slice(0, 10);
}
