package org.glomera.comparison.page;

/** A part of a page. */
public sealed interface Block permits Paragraph, TableBlock, FigureBlock {
}
