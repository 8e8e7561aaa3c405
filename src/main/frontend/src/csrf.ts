/** The header that shows that a request comes from our own page. */
export function csrfHeader(): Record<string, string> {
  const csrf = document.querySelector<HTMLMetaElement>("meta[name=csrf]");
  return csrf?.dataset["header"] ? { [csrf.dataset["header"]]: csrf.content } : {};
}
