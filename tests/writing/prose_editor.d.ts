// ProseMirror, as django-prose-editor bundles it, without types of its own.
export const pm: any
