import Diagnostics
import Disclosure
import Domain
import Plan

/// `datapackage.json`, a Frictionless Data Package of version 1 (specs.frictionlessdata.io).
struct DataPackage {
    let plan: SitePlan
    let release: Release
    let resources: [DataResource]

    /// There is no licence in it: which one holds is for the publisher to say, not for us.
    var json: String {
        let hall = plan.district.site.district
        let publisher = hall.publisher.value
        var entries: [(key: String, value: JSONText)] = [
            ("profile", .text("tabular-data-package")),
            ("name", .text("service-statistics")),
            ("title", .text("\(hall.place.value)政务服务和代办办件统计")),
            ("description", .text(description)),
            ("version", .text(String(release.manifest.number))),
            ("created", .text("\(plan.date.iso)T00:00:00Z")),
        ]
        if let home = plan.publicAddress(of: .statistics) {
            entries.append(("homepage", .text(home)))
        }
        entries += [
            ("sources", .list([.object([("title", .text("\(publisher)办件台账"))])])),
            (
                "contributors",
                .list([
                    .object([("title", .text(publisher)), ("role", .text("publisher"))])
                ])
            ),
            ("resources", .list(resources.map { resource($0) })),
        ]
        return JSONText.object(entries).pretty + "\n"
    }

    private var description: String {
        "数据截至\(release.dataDate.chinese)。少于\(release.rules.threshold)件的分项不公开（0件也算），"
            + "必要时相邻的数字也不公开；没有上报的不是0。状态：空为正常，c为不公开，m为未上报，n为当时未启用，x为不统计。"
            + "名称列里的*是合并在一起的（其他事项、其他村、其他镇），total是合计；村（社区）为空是镇级中心，镇为空是全区。"
    }

    private func resource(_ file: DataResource) -> JSONText {
        let isCSV = file.form == .csv
        var entries: [(key: String, value: JSONText)] = [
            ("profile", .text("tabular-data-resource")),
            ("name", .text(isCSV ? file.table.name : "\(file.table.name)-json")),
            ("title", .text(file.table.title)),
            // Below the folder in which datapackage.json lies.
            ("path", .text("\(file.table.name).\(file.form.rawValue)")),
            ("format", .text(file.form.rawValue)),
            ("mediatype", .text(file.form.mediaType)),
            ("encoding", .text("utf-8")),
            ("bytes", .number(file.bytes)),
            ("hash", .text(file.hash)),
        ]
        if isCSV {
            entries.append(
                (
                    "dialect",
                    .object([
                        ("delimiter", .text(",")), ("lineTerminator", .text("\r\n")),
                        ("quoteChar", .text("\"")), ("doubleQuote", .bool(true)),
                        ("header", .bool(true)),
                    ])
                ))
        }
        entries.append(("schema", schema(file.table, isCSV: isCSV)))
        return .object(entries)
    }

    /// Fields of CSV files have Chinese heads, because people open them; those of JSON have keys.
    private func schema(_ table: DataTable, isCSV: Bool) -> JSONText {
        .object([
            (
                "fields",
                .list(
                    table.columns.map { column in
                        .object([
                            ("name", .text(isCSV ? column.title : column.key)),
                            ("type", .text(column.isNumber ? "number" : "string")),
                            ("title", .text(column.title)),
                        ])
                    })
            ),
            ("missingValues", .list([.text("")])),
        ])
    }
}
