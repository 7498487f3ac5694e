package org.glomera.comparison.page;

import java.util.List;
import java.util.Objects;

/**
 * One page of a comparison.
 *
 * @param id short and safe in a file name and an anchor: {@code overview}, {@code curves}, {@code cases},
 *        {@code distributions}, {@code statistics}, {@code published}
 * @param title what stands above it
 * @param blocks its parts from top to bottom
 */
public record Page(String id, String title, List<Block> blocks) {

    /** Copies its blocks. */
    public Page {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        blocks = List.copyOf(blocks);
    }

    /** Its tables from top to bottom. */
    public List<TableBlock> tables() {
        return blocks.stream().filter(TableBlock.class::isInstance).map(TableBlock.class::cast).toList();
    }

    /** Its figures from top to bottom. */
    public List<FigureBlock> figures() {
        return blocks.stream().filter(FigureBlock.class::isInstance).map(FigureBlock.class::cast).toList();
    }

    /**
     * The table of an id.
     *
     * @throws IllegalArgumentException when the page has none of this id
     */
    public TableBlock table(String tableId) {
        return tables().stream().filter(table -> table.id().equals(tableId)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("The page " + id + " has no table '" + tableId + "'."));
    }
}
