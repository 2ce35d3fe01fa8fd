/// The addresses of the open data.
enum DataFile {
    enum Form: String {
        case csv, json

        var mediaType: String { self == .csv ? "text/csv" : "application/json" }
    }

    /// - Parameter name: of a table of the release.
    static func address(_ name: String, _ form: Form) -> String {
        "data/\(name).\(form.rawValue)"
    }

    /// The description of all the others.
    static let package = "data/datapackage.json"
}
