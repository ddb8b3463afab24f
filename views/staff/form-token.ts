import { html } from 'hono/html'

/** Stands in every form of the console: without it the form is refused. */
export const formToken = ({ csrfToken }: { csrfToken: string }) =>
  html`<input type="hidden" name="token" value="${csrfToken}" />`
