/** An element with its attributes and, as text and nothing else, what it says. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

export function createButton(text: string, press: () => void): HTMLButtonElement {
  const button = createElement('button', { type: 'button', class: 'button' }, text);
  button.addEventListener('click', press);
  return button;
}
