using System.Text.Json;
using Workflows.Rules.Model;
using Workflows.Rules.Tables.Sheets;

namespace Workflows.Rules.Tables;

/// <summary>The table that a rule set was made from, kept in properties that RulesEngine does not look at.</summary>
internal static class TableProperties
{
    private const string Table = "DecisionTable";
    private const string Policy = "HitPolicy";
    private const string Columns = "Columns";
    private const string Cells = "Cells";
    private const string Name = "RowName";

    public static IReadOnlyDictionary<string, JsonElement> Of(DecisionTable table) =>
        new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            [Table] = JsonSerializer.SerializeToElement(
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    [Policy] = HeaderWords.Of(table.Policy),
                    [Columns] = table.Columns.Select(column => column.Header),
                }
            ),
        };

    public static IReadOnlyDictionary<string, JsonElement> Of(TableRow row)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            [Cells] = JsonSerializer.SerializeToElement(row.Cells),
        };
        if (row.Name.Length == 0)
        {
            properties[Name] = JsonSerializer.SerializeToElement(row.Name);
        }

        return properties;
    }

    /// <summary>The hit policy a rule set was written for; null where it says none.</summary>
    public static HitPolicy? PolicyOf(RuleSet ruleSet) =>
        ruleSet.Extra.TryGetValue(Table, out var table)
        && table.ValueKind == JsonValueKind.Object
        && table.TryGetProperty(Policy, out var policy)
        && policy.ValueKind == JsonValueKind.String
            ? HeaderWords.Policy(policy.GetString()!)
            : null;

    /// <summary>The table a rule set was made from; null where none is kept, or not in every rule.</summary>
    public static DecisionTable? Find(RuleSet ruleSet)
    {
        if (
            PolicyOf(ruleSet) is not { } policy
            || Texts(ruleSet.Extra[Table], Columns) is not { } headers
            || ruleSet.Rules.Select(rule => Row(rule, headers.Count)).ToArray() is not { } rows
            || Array.Exists(rows, row => row is null)
        )
        {
            return null;
        }

        return new DecisionTable
        {
            Name = ruleSet.Name,
            Policy = policy,
            Columns = [.. headers.Select(TableReader.Column)],
            Rows = rows!,
        };
    }

    private static TableRow? Row(Rule rule, int columns)
    {
        var cells = rule.Properties.TryGetValue(Cells, out var kept) ? Texts(kept) : null;
        return cells?.Count == columns ? new TableRow(rule.Properties.ContainsKey(Name) ? "" : rule.Name, cells) : null;
    }

    private static IReadOnlyList<string>? Texts(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var list) ? Texts(list) : null;

    private static IReadOnlyList<string>? Texts(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : null;
}
