type Writable = HTMLInputElement | HTMLTextAreaElement;

/** What has the focus when a scanner begins to type, and how it was before. */
export class KeptField {
  private readonly field = document.activeElement;
  private readonly value: string | number | undefined;

  constructor() {
    if (isWritable(this.field)) this.value = this.field.value;
    else if (this.field instanceof HTMLSelectElement) this.value = this.field.selectedIndex;
  }

  /** An input method writes into the field after us; without the focus it has nothing to write to. */
  interruptInput(): void {
    if (isWritable(this.field) && document.activeElement === this.field) this.field.blur();
  }

  /** As if the scanner had not typed here. */
  restore(): void {
    this.put();
    this.refocus();
    // What an input method had begun arrives late.
    setTimeout(() => this.put(), 0);
  }

  /** It was no scan after all: nothing that was typed is lost. */
  giveBack(text: string): void {
    this.refocus();
    if (!isWritable(this.field)) return;
    this.field.value += text;
    tell(this.field, 'input');
  }

  private refocus(): void {
    if (this.field instanceof HTMLElement && this.field.isConnected && document.activeElement === document.body) {
      this.field.focus({ preventScroll: true });
    }
  }

  private put(): void {
    const { field, value } = this;
    if (isWritable(field) && field.value !== value) {
      field.value = value as string;
      tell(field, 'input');
    } else if (field instanceof HTMLSelectElement && field.selectedIndex !== value) {
      field.selectedIndex = value as number;
      tell(field, 'input');
      tell(field, 'change');
    }
  }
}

const isWritable = (field: Element | null): field is Writable =>
  field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'file');

/** Whoever draws the field from its own state must hear of it. */
const tell = (field: Element, what: 'input' | 'change'): void => {
  field.dispatchEvent(new Event(what, { bubbles: true }));
};
