/** Where the passport of one elevator stands. */
export function passportPath(registrationNo: string): string {
  return `/stock/${encodeURIComponent(registrationNo)}`;
}
