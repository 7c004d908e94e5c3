using System.Globalization;
using CsvHelper;

namespace Workflows.Marketing.Backtesting;

/// <summary>One pass over the rows below a good header.</summary>
internal sealed class OrderFileRows(CsvReader csv, int[] places)
{
    private readonly List<Order> _orders = [];
    private readonly List<OrderFileError> _errors = [];
    private readonly HashSet<string> _orderIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _customerIds = new(StringComparer.Ordinal);
    private int _badRows;
    private bool _rowIsBad;

    public OrderFileReading Read()
    {
        while (csv.Read())
        {
            _rowIsBad = false;
            var order = ReadRow();
            if (_rowIsBad)
            {
                _badRows++;
            }
            else
            {
                _orders.Add(order);
            }
        }

        return new OrderFileReading(_orders, _errors, _badRows, HasHeader: true);
    }

    private Order ReadRow()
    {
        if (csv.Parser.Count > csv.HeaderRecord!.Length)
        {
            Say(null, $"The row has {csv.Parser.Count} fields, the header {csv.HeaderRecord.Length}.");
        }

        var orderId = Text(0);
        if (!_rowIsBad && !_orderIds.Add(orderId))
        {
            Say(0, $"The order '{orderId}' is in the file already.");
        }

        return new Order(orderId, Customer(), Day(), Quantity(), Amount());
    }

    private string Text(int column)
    {
        var text = csv.GetField(places[column])?.Trim() ?? "";
        if (text.Length is 0 or > 128)
        {
            Say(column, text.Length == 0 ? "The field is empty." : "The field is longer than 128 characters.");
        }

        return text;
    }

    // A customer has many orders; one string for all of them.
    private string Customer()
    {
        var text = Text(1);
        if (_customerIds.TryGetValue(text, out var known))
        {
            return known;
        }

        _customerIds.Add(text, text);
        return text;
    }

    private DateOnly Day()
    {
        var text = csv.GetField(places[2])?.Trim();
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Say(2, $"'{Shorten(text)}' is not a day; write it as in 2021-01-31.");
        }

        return day;
    }

    private int Quantity()
    {
        var text = csv.GetField(places[3])?.Trim();
        if (!int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var pieces) || pieces < 1)
        {
            Say(3, $"'{Shorten(text)}' is not a whole number from 1.");
        }

        return pieces;
    }

    private decimal Amount()
    {
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        var text = csv.GetField(places[4])?.Trim();
        if (!decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var units) || units < 0)
        {
            Say(4, $"'{Shorten(text)}' is not a number from 0.");
        }

        return units;
    }

    private static string Shorten(string? text) => text is { Length: > 40 } ? text[..40] + "…" : text ?? "";

    private void Say(int? column, string reason)
    {
        _rowIsBad = true;
        if (_errors.Count < OrderFile.MaxErrors)
        {
            _errors.Add(new OrderFileError(csv.Parser.RawRow, column is { } i ? OrderFile.Columns[i] : null, reason));
        }
    }
}
