// Typography: fonts, shaping, measuring, line breaking.
//
// In:  words with their styles, and a width.
// Out: `ComposedText`: glyphs with exact places, line by line; nothing is drawn here.
//
// Lengths are points (1/72 inch) unless a name says em or millimetres. x grows to the right and
// y downwards from the top left corner. HarfBuzz shapes and subsets, fontconfig only finds files.
