using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Rules.Analysis.Reading;
using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Cases;

namespace Workflows.Rules.Analysis;

/// <summary>A contact under invention: values by field, distances turned into values once both ends are known.</summary>
internal sealed class Invention(DateTimeOffset asOf)
{
    private readonly Dictionary<FieldPath, object?> _values = [];
    private readonly Dictionary<FieldPath, decimal> _numbers = [];
    private readonly List<(Dimension.Distance Dimension, decimal Number)> _distances = [];

    /// <summary>Leaves a field without value.</summary>
    public void Leave(FieldPath field) => _values[field] = null;

    /// <summary>Takes a value of the set.</summary>
    public void Take(Dimension dimension, ValueSet set)
    {
        switch (dimension, set)
        {
            case (_, OrderedSet { Ranges.IsEmpty: true }):
                _values[dimension.Field] = double.NaN;
                break;
            case (Dimension.Distance distance, OrderedSet ordered):
                _distances.Add((distance, Numbers.Plainest(ordered, 0)));
                break;
            case (_, OrderedSet ordered):
                _numbers[dimension.Field] = Numbers.Plainest(ordered, Default(dimension.Field));
                break;
            case (Dimension.Membership member, NamedSet named):
                TakeItem(member, named.Names.Contains(NamedDomain.Yes));
                break;
            case (_, NamedSet named):
                _values[dimension.Field] = Name(named);
                break;
        }
    }

    /// <summary>The contact with every field that is asked for; null when a value is beyond its type.</summary>
    /// <param name="fields">All fields the rules read.</param>
    /// <param name="shown">The dimensions whose fields are worth showing.</param>
    public ContactExample? Finish(IReadOnlyCollection<FieldPath> fields, IReadOnlyList<Dimension> shown)
    {
        ResolveDistances();
        var inputs = new JsonObject();
        foreach (var field in fields.Union(_values.Keys).Union(_numbers.Keys))
        {
            if (!TryValue(field, out var value))
            {
                return null;
            }

            Put(inputs, field.Text.Split('.'), value);
        }

        var texts = shown
            .SelectMany(FieldsOf)
            .Distinct()
            .Select(field => TryValue(field, out var value) ? $"{field.Text} = {CaseValue.Text(value)}" : "");
        return new ContactExample(JsonSerializer.SerializeToElement(inputs), string.Join(", ", texts));
    }

    // Dimensions form no circle: as long as one end is free, it can be moved.
    private void ResolveDistances()
    {
        while (_distances.Count > 0)
        {
            var next = _distances.FindIndex(entry =>
                _numbers.ContainsKey(entry.Dimension.Field) || _numbers.ContainsKey(entry.Dimension.Anchor)
            );
            var (dimension, number) = _distances[Math.Max(next, 0)];
            _distances.RemoveAt(Math.Max(next, 0));
            if (next < 0)
            {
                _numbers[dimension.Anchor] = Default(dimension.Anchor);
            }

            if (_numbers.TryGetValue(dimension.Anchor, out var anchor))
            {
                _numbers[dimension.Field] = anchor + number;
            }
            else
            {
                _numbers[dimension.Anchor] = _numbers[dimension.Field] - number;
            }
        }
    }

    private decimal Default(FieldPath field) =>
        field.Bare == typeof(DateTimeOffset) ? asOf.UtcTicks
        : field.Bare == typeof(DateTime) ? asOf.DateTime.Ticks
        : field.Bare == typeof(DateOnly) ? DateOnly.FromDateTime(asOf.DateTime).DayNumber
        : 0;

    private bool TryValue(FieldPath field, out object? value)
    {
        if (_values.TryGetValue(field, out value))
        {
            // JSON, in which contacts are put before the judge, has no word for it.
            return value is not double.NaN;
        }

        if (OrderedValues.DomainOf(field) is not null)
        {
            var number = _numbers.TryGetValue(field, out var known) ? known : Default(field);
            value = OrderedValues.FromNumber(number, field.Bare, asOf.Offset);
            return value is not null;
        }

        value =
            field.Type == typeof(string) ? ""
            : field.Bare == typeof(bool) ? false
            : typeof(IEnumerable<string>).IsAssignableFrom(field.Type) ? new List<string>()
            : null;
        return true;
    }

    private void TakeItem(Dimension.Membership member, bool isIn)
    {
        var list = _values.TryGetValue(member.Field, out var known) ? (List<string>)known! : [];
        _values[member.Field] = list;
        if (isIn)
        {
            list.Add(member.Item);
        }
    }

    private static object? Name(NamedSet set)
    {
        if (set.Domain.All is not null)
        {
            return set.Names.Contains(NamedDomain.No) ? false : true;
        }

        var name = set.IsAllBut ? "other" : set.Names[0];
        while (set.IsAllBut && set.Names.Contains(name))
        {
            name += "?";
        }

        return name;
    }

    private static IEnumerable<FieldPath> FieldsOf(Dimension dimension) =>
        dimension is Dimension.Distance distance ? [distance.Field, distance.Anchor] : [dimension.Field];

    private static void Put(JsonObject inputs, string[] path, object? value)
    {
        var owner = inputs;
        foreach (var name in path[..^1])
        {
            if (owner[name] is not JsonObject inner)
            {
                owner[name] = inner = [];
            }

            owner = inner;
        }

        owner[path[^1]] ??= JsonSerializer.SerializeToNode(value);
    }
}
