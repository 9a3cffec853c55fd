/** What is known, by name; what is not known has no line. */
export function FactList({
  facts,
  className,
}: {
  readonly facts: readonly (readonly [string, string | undefined])[];
  readonly className?: string;
}) {
  return (
    <dl className={className}>
      {facts.map(([label, text]) =>
        text === undefined ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
