using System.Globalization;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.CustomerFiles;

/// <summary>The reasons for which a row is left out, in both languages.</summary>
internal sealed class BadCells(Language language)
{
    private const int LongestCell = 40;

    public string NotFitting(string header, string cell, CellKind kind)
    {
        var shown = cell.Length > LongestCell ? $"{cell[..LongestCell]}…" : cell;
        return language == Language.Chinese
            ? $"{header}：“{shown}”不是{Expected(kind)}。"
            : $"{header}: '{shown}' is not {Expected(kind)}.";
    }

    public string Empty(string header) =>
        language == Language.Chinese
            ? $"{header}：此列为空，而规则需要它。"
            : $"{header}: The field is empty, and the rules ask for it.";

    public string TooMany(int fields, int columns) =>
        language == Language.Chinese
            ? string.Create(CultureInfo.InvariantCulture, $"此行有 {fields} 个字段，而表头有 {columns} 个。")
            : string.Create(CultureInfo.InvariantCulture, $"The row has {fields} fields, the header {columns}.");

    private string Expected(CellKind kind) =>
        (language, kind) switch
        {
            (Language.Chinese, CellKind.Flag) => "“是”或“否”",
            (Language.Chinese, CellKind.Integer) => "整数",
            (Language.Chinese, CellKind.Number) => "数字",
            (Language.Chinese, _) => "日期，应如 2021-01-31 或 2021-01-31T10:00:00+08:00",
            (_, CellKind.Flag) => "yes or no",
            (_, CellKind.Integer) => "a whole number",
            (_, CellKind.Number) => "a number",
            _ => "a date as in 2021-01-31 or 2021-01-31T10:00:00+08:00",
        };
}
