using System.Globalization;

namespace Workflows.Benchmarks.Measuring;

/// <summary>Aligned columns, a row as soon as it is known.</summary>
internal sealed class TableReport : IReport
{
    private string? _group;

    public void Add(BenchmarkRow row)
    {
        if (!string.Equals(_group, row.Group, StringComparison.Ordinal))
        {
            _group = row.Group;
            Console.WriteLine();
            Write(_group, "value", "unit", "bytes/op", "reference", "ratio", "");
        }

        Write(
            "  " + row.Name,
            Number(row.Value),
            row.Unit,
            row.Bytes is { } bytes ? Number(bytes) : "",
            row.Reference is { } reference ? Number(reference) : "",
            row.Ratio is { } ratio ? Number(ratio) : "",
            $"{row.Remark}{(row.IsMiss ? "  MISSED" : "")}"
        );
    }

    private static void Write(
        string name,
        string value,
        string unit,
        string bytes,
        string reference,
        string ratio,
        string remark
    ) =>
        Console.WriteLine(
            $"{name, -62} {value, 12} {unit, -12} {bytes, 10} {reference, 12} {ratio, 8}  {remark}".TrimEnd()
        );

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.###", CultureInfo.InvariantCulture);
}
