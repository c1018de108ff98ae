/**
 * What a notebook cell calls: {@link org.penumbra.notebook.Notebook} shows tables, charts, pictures
 * and progress. This is the only package that knows a Jupyter kernel, and it finds it by
 * reflection: the same jar works on the default kernel, on IJava, on JJava, and as plain text
 * anywhere else.
 */
package org.penumbra.notebook;
