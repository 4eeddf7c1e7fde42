/** A culture by its name, with the name its own people write after it. */
export function CultureName({ name, endonym, language }: { name: string; endonym: string; language: string }) {
  return (
    <span className="inline-flex min-w-0 items-baseline gap-[7px]">
      <bdi>{name}</bdi>
      {endonym === name ? null : (
        <bdi className="own" lang={language}>
          {endonym}
        </bdi>
      )}
    </span>
  );
}
