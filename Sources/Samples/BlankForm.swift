/// A blank form 空表 that office programs open: rich text, because it can be written without a
/// library and differs in no byte from one machine to the next.
struct BlankForm {
    /// The file's name in `Content/files/`.
    let name: String
    let title: String
    /// What is to be filled in, one line each.
    let lines: [String]
    /// Below them; what is not filled in by the applicant is not signed by him.
    var foot = ["申请人签名或者按手印：", "日期：　　年　　月　　日"]

    var file: SiteFile {
        var text = #"{\rtf1\ansi\deff0{\fonttbl{\f0\fnil SimSun;}}"# + "\n"
        text += "{\\pard\\qc\\f0\\fs36\\b \(escaped(title))\\par}\n"
        text += "{\\pard\\qc\\f0\\fs24 \(escaped("（虚构示例，不能用来办事）"))\\par}\n"
        for line in lines + foot {
            text += "{\\pard\\f0\\fs24\\sa240 \(escaped(line))\\par}\n"
        }
        return SiteFile("Content/files/\(name)", text + "}\n")
    }

    /// Letters beyond ASCII as `\uN?`, N being a signed 16-bit number (RTF 1.9).
    private func escaped(_ words: String) -> String {
        var text = ""
        for unit in words.utf16 {
            text +=
                unit < 128 ? String(UnicodeScalar(UInt8(unit))) : "\\u\(Int16(bitPattern: unit))?"
        }
        return text
    }
}
