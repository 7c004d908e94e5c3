using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Workflows.Marketing.Backtesting;

/// <summary>
/// Order files: CSV with the columns <c>order_id,customer_id,paid_on,quantity,amount</c> in any order, UTF-8, days as
/// <c>yyyy-MM-dd</c>, amounts with a decimal point.
/// </summary>
public static class OrderFile
{
    /// <summary>How many bad rows are described; further ones are only counted.</summary>
    public const int MaxErrors = 100;

    internal static readonly string[] Columns = ["order_id", "customer_id", "paid_on", "quantity", "amount"];

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null,
        MissingFieldFound = null,
        DetectDelimiter = false,
        CacheFields = false,
        CountBytes = false,
    };

    /// <summary>Reads a whole file; throws for no content, only when the stream itself fails.</summary>
    public static OrderFileReading Read(TextReader text)
    {
        using var csv = new CsvReader(text, Configuration, leaveOpen: true);
        if (!csv.Read() || !csv.ReadHeader())
        {
            return Headless(new OrderFileError(1, null, "The file is empty."));
        }

        var places = Array.ConvertAll(Columns, column => Array.IndexOf(csv.HeaderRecord!, column));
        OrderFileError[] missing =
        [
            .. Columns
                .Where((_, i) => places[i] < 0)
                .Select(column => new OrderFileError(1, column, "The column is missing from the header.")),
        ];
        return missing.Length > 0 ? Headless(missing) : new OrderFileRows(csv, places).Read();
    }

    /// <summary>Writes orders as such a file.</summary>
    public static void Write(TextWriter text, IEnumerable<Order> orders)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(orders);
        text.Write(string.Join(',', Columns));
        text.Write('\n');
        foreach (var order in orders)
        {
            text.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{order.OrderId},{order.CustomerId},{order.PaidOn:yyyy-MM-dd},{order.Quantity},{order.Amount:0.00}\n"
                )
            );
        }
    }

    private static OrderFileReading Headless(params OrderFileError[] errors) => new([], errors, errors.Length, false);
}
