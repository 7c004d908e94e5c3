using System.Globalization;
using Workflows.Expressions;

namespace Workflows.Marketing.Content;

/// <summary>What a content with a limited value may say beside what it says of its contact: <c>{{ stock.left }}</c>, <c>{{ stock.total }}</c>, <c>{{ stock.endsAt }}</c>.</summary>
internal sealed class StockScope(Scope inner, Stock stock) : Scope
{
    private const string Name = "stock";

    private readonly Dictionary<string, object?> _members = new(StringComparer.OrdinalIgnoreCase)
    {
        ["left"] = stock.Left,
        ["total"] = stock.Total,
        ["endsAt"] = stock.EndsAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    };

    public override IEnumerable<string> Names => inner.Names.Append(Name);

    public override bool TryGet(string name, out object? value)
    {
        if (!name.Equals(Name, StringComparison.OrdinalIgnoreCase))
        {
            return inner.TryGet(name, out value);
        }

        value = _members;
        return true;
    }
}
