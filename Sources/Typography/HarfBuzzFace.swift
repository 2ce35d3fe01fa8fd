private import CHarfBuzz
private import Glibc

/// One open font: shapes text, measures glyphs, makes subsets. The only file that knows HarfBuzz.
///
/// A class because HarfBuzz owns the memory; used by one thread only, like the `Faces` that
/// holds it.
final class HarfBuzzFace {
    private let data: FontData
    private let font: OpaquePointer
    private let buffer: OpaquePointer
    private let language: OpaquePointer?

    private var face: OpaquePointer { data.face }

    /// What HarfBuzz says of one glyph, in 1/1000 em.
    struct Shaped {
        var glyph: UInt16
        /// Index into the shaped characters.
        var cluster: Int
        /// With kerning.
        var advance: Int
        /// The font's own, which a viewer moves by.
        var width: Int
        var xOffset: Int
        var yOffset: Int
    }

    /// Nil when there is no memory.
    init?(_ data: FontData) {
        guard let font = hb_font_create(data.face), let buffer = hb_buffer_create() else {
            return nil
        }
        self.data = data
        self.font = font
        self.buffer = buffer
        // Simplified Chinese forms, and full-width quotation marks.
        language = hb_language_from_string("zh-Hans", -1)
        hb_font_set_scale(font, 1000, 1000)
    }

    deinit {
        hb_buffer_destroy(buffer)
        hb_font_destroy(font)
    }

    /// The glyph of a character by the font's own table; 0 when it has none.
    func nominalGlyph(_ scalar: Unicode.Scalar) -> UInt16 {
        var glyph: UInt32 = 0
        return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0
            ? UInt16(truncatingIfNeeded: glyph) : 0
    }

    func shape(_ scalars: ArraySlice<Unicode.Scalar>, isHan: Bool, vertical: Bool) -> [Shaped] {
        hb_buffer_clear_contents(buffer)
        for (index, scalar) in scalars.enumerated() {
            hb_buffer_add(buffer, scalar.value, UInt32(index))
        }
        hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
        hb_buffer_set_direction(buffer, vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR)
        hb_buffer_set_script(buffer, isHan ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN)
        hb_buffer_set_language(buffer, language)
        hb_shape(font, buffer, nil, 0)
        var count: UInt32 = 0
        guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
            let places = hb_buffer_get_glyph_positions(buffer, nil)
        else { return [] }
        return (0..<Int(count)).map { index in
            let place = places[index]
            return Shaped(
                glyph: UInt16(truncatingIfNeeded: infos[index].codepoint),
                cluster: Int(infos[index].cluster),
                advance: Int(vertical ? -place.y_advance : place.x_advance),
                width: vertical
                    ? Int(-place.y_advance)
                    : Int(hb_font_get_glyph_h_advance(font, infos[index].codepoint)),
                xOffset: Int(place.x_offset), yOffset: Int(place.y_offset))
        }
    }

    var metrics: FontMetrics {
        var extents = hb_font_extents_t()
        hb_font_get_h_extents(font, &extents)
        var capHeight: Int32 = 0
        if hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &capHeight) == 0 {
            capHeight = extents.ascender
        }
        return FontMetrics(
            unitsPerEm: Int(hb_face_get_upem(face)), ascent: Int(extents.ascender),
            descent: Int(extents.descender), capHeight: Int(capHeight))
    }

    /// OS/2 fsType, bit 1: the licence forbids embedding.
    var isRestricted: Bool {
        let table = self.table("OS/2")
        return table.count >= 10 && table[9] & 0x02 != 0 && table[9] & 0x0C == 0
    }

    /// The words of the name table under a number: 5 is the version, 6 the PostScript name.
    func name(_ number: Int) -> String {
        var length: UInt32 = 256
        var text = [CChar](repeating: 0, count: 256)
        hb_ot_name_get_utf8(
            face, hb_ot_name_id_t(number), hb_language_from_string("en", -1), &length, &text)
        return String(
            decoding: text.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func table(_ tag: String) -> [UInt8] {
        guard let blob = hb_face_reference_table(face, Self.tag(tag)) else { return [] }
        defer { hb_blob_destroy(blob) }
        return Self.bytes(of: blob)
    }

    /// Asked without copying the table, which may have megabytes.
    private func hasTable(_ tag: String) -> Bool {
        guard let blob = hb_face_reference_table(face, Self.tag(tag)) else { return false }
        defer { hb_blob_destroy(blob) }
        return hb_blob_get_length(blob) > 0
    }

    /// The outline of a glyph as words such as `M 10 20 L 30 40`, for comparing fonts.
    func outline(_ glyph: UInt16) -> String { outlineWords(font, glyph) }

    /// A subset with these glyphs and whatever they are made of; nil when HarfBuzz fails.
    func subset(_ glyphs: [UInt16]) -> FontSubset? {
        // It reads here and there all over the file.
        defer { data.forget() }
        guard let input = hb_subset_input_create_or_fail() else { return nil }
        defer { hb_subset_input_destroy(input) }
        let wanted = hb_subset_input_glyph_set(input)
        for glyph in glyphs { hb_set_add(wanted, UInt32(glyph)) }
        let isCFF = hasTable("CFF ")
        let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for tag in Self.droppedTables + (isCFF ? ["hmtx", "hhea"] : []) {
            hb_set_add(dropped, Self.tag(tag))
        }
        hb_subset_input_set_flags(
            input,
            HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue)
        guard let plan = hb_subset_plan_create_or_fail(face, input) else { return nil }
        defer { hb_subset_plan_destroy(plan) }
        guard let subset = hb_subset_plan_execute_or_fail(plan) else { return nil }
        defer { hb_face_destroy(subset) }
        let numbers = hb_subset_plan_old_to_new_glyph_mapping(plan)
        var map: [UInt16: UInt16] = [:]
        for glyph in glyphs {
            map[glyph] = UInt16(truncatingIfNeeded: hb_map_get(numbers, UInt32(glyph)))
        }
        let blob =
            isCFF
            ? hb_face_reference_table(subset, Self.tag("CFF ")) : hb_face_reference_blob(subset)
        guard let blob else { return nil }
        defer { hb_blob_destroy(blob) }
        return FontSubset(
            kind: isCFF ? .cff : .trueType, bytes: Self.bytes(of: blob), newGlyphs: map)
    }

    /// What a PDF reader never looks at.
    private static let droppedTables = [
        "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "cmap", "name", "OS/2", "post",
        "DSIG", "gasp", "hdmx", "VDMX", "LTSH", "kern", "STAT", "meta",
    ]

    private static func tag(_ name: String) -> UInt32 {
        name.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func bytes(of blob: OpaquePointer) -> [UInt8] {
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length) else { return [] }
        return data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
            Array(UnsafeBufferPointer(start: $0, count: Int(length)))
        }
    }
}

/// Gathers an outline's words while HarfBuzz draws it.
private final class OutlinePen {
    var words = ""

    static func add(_ pen: UnsafeMutableRawPointer?, _ letter: String, _ places: [Float]) {
        guard let pen else { return }
        Unmanaged<OutlinePen>.fromOpaque(pen).takeUnretainedValue().words +=
            letter + places.map { " \(Int($0.rounded()))" }.joined() + " "
    }
}

private func outlineWords(_ font: OpaquePointer, _ glyph: UInt16) -> String {
    guard let functions = hb_draw_funcs_create() else { return "" }
    defer { hb_draw_funcs_destroy(functions) }
    hb_draw_funcs_set_move_to_func(
        functions, { _, pen, _, x, y, _ in OutlinePen.add(pen, "M", [x, y]) }, nil, nil)
    hb_draw_funcs_set_line_to_func(
        functions, { _, pen, _, x, y, _ in OutlinePen.add(pen, "L", [x, y]) }, nil, nil)
    hb_draw_funcs_set_quadratic_to_func(
        functions, { _, pen, _, a, b, x, y, _ in OutlinePen.add(pen, "Q", [a, b, x, y]) },
        nil, nil)
    hb_draw_funcs_set_cubic_to_func(
        functions,
        { _, pen, _, a, b, c, d, x, y, _ in OutlinePen.add(pen, "C", [a, b, c, d, x, y]) },
        nil, nil)
    let pen = OutlinePen()
    hb_font_get_glyph_shape(
        font, UInt32(glyph), functions, Unmanaged.passUnretained(pen).toOpaque())
    return pen.words
}

/// A face of a font file, mapped into memory once for all threads.
///
/// Not checked by the compiler: HarfBuzz lets threads share a face that is made immutable. What
/// they may not share, its fonts and buffers, is in `HarfBuzzFace`.
final class FontData: @unchecked Sendable {
    let face: OpaquePointer
    private let start: UnsafeMutableRawPointer
    private let length: Int

    /// Nil when the file is not a font with glyphs.
    init?(path: String, index: Int) {
        guard let (start, length) = Self.map(path) else { return nil }
        // The mapping stays as long as any part of it is in use.
        let mapping = UnsafeMutablePointer<(start: UnsafeMutableRawPointer, length: Int)>
            .allocate(capacity: 1)
        mapping.initialize(to: (start, length))
        let blob = hb_blob_create(
            start.assumingMemoryBound(to: CChar.self), UInt32(length), HB_MEMORY_MODE_READONLY,
            mapping
        ) { mapping in
            guard
                let mapping = mapping?.assumingMemoryBound(
                    to: (start: UnsafeMutableRawPointer, length: Int).self)
            else { return }
            munmap(mapping.pointee.start, mapping.pointee.length)
            mapping.deallocate()
        }
        defer { hb_blob_destroy(blob) }
        guard let face = hb_face_create(blob, UInt32(index)) else { return nil }
        guard hb_face_get_glyph_count(face) > 1 else {
            hb_face_destroy(face)
            return nil
        }
        hb_face_make_immutable(face)
        self.face = face
        self.start = start
        self.length = length
    }

    deinit { hb_face_destroy(face) }

    private static func map(_ path: String) -> (UnsafeMutableRawPointer, Int)? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        if file < 0 { return nil }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0, info.st_size > 0, info.st_size < Int(UInt32.max) else {
            return nil
        }
        let length = Int(info.st_size)
        let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, file, 0)
        guard let start, start != MAP_FAILED else { return nil }
        return (start, length)
    }

    /// Gives back the memory of what was read of the file; what is needed is read again.
    func forget() { madvise(start, length, MADV_DONTNEED) }
}
