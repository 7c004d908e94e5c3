namespace Workflows.Rules.Tables.Sheets;

/// <summary>The words that headers may be, in English and Chinese, in any case.</summary>
internal static class HeaderWords
{
    private static readonly Dictionary<string, HitPolicy> Policies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["first"] = HitPolicy.First,
        ["F"] = HitPolicy.First,
        ["首个"] = HitPolicy.First,
        ["优先"] = HitPolicy.First,
        ["unique"] = HitPolicy.Unique,
        ["U"] = HitPolicy.Unique,
        ["唯一"] = HitPolicy.Unique,
        ["collect"] = HitPolicy.Collect,
        ["C"] = HitPolicy.Collect,
        ["收集"] = HitPolicy.Collect,
        ["全部"] = HitPolicy.Collect,
    };

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "#",
        "name",
        "rule",
        "row",
        "规则",
        "规则名",
        "名称",
        "编号",
    };

    private static readonly Dictionary<string, ColumnKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["event"] = ColumnKind.Event,
        ["success event"] = ColumnKind.Event,
        ["successevent"] = ColumnKind.Event,
        ["result"] = ColumnKind.Event,
        ["事件"] = ColumnKind.Event,
        ["结果"] = ColumnKind.Event,
        ["output"] = ColumnKind.Output,
        ["value"] = ColumnKind.Output,
        ["输出"] = ColumnKind.Output,
        ["值"] = ColumnKind.Output,
        ["note"] = ColumnKind.Note,
        ["notes"] = ColumnKind.Note,
        ["annotation"] = ColumnKind.Note,
        ["remark"] = ColumnKind.Note,
        ["备注"] = ColumnKind.Note,
        ["说明"] = ColumnKind.Note,
        ["注释"] = ColumnKind.Note,
        ["condition"] = ColumnKind.Condition,
        ["条件"] = ColumnKind.Condition,
    };

    /// <summary>The words in the order they are listed to an author.</summary>
    public const string Listed = "event, output, note, condition (事件, 输出, 备注, 条件)";

    public static HitPolicy? Policy(string word) => Policies.TryGetValue(word, out var policy) ? policy : null;

    public static bool NamesRows(string word) => Names.Contains(word);

    /// <summary>The column of a known word, with a name or a remark behind a colon: <c>output: points</c>.</summary>
    public static TableColumn? Column(string header)
    {
        var plain = HalfWidth.Of(header);
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        var word = (colon < 0 ? plain : plain[..colon]).Trim();
        return Kinds.TryGetValue(word, out var kind)
            ? new TableColumn(kind, header, kind == ColumnKind.Output && colon >= 0 ? plain[(colon + 1)..].Trim() : "")
            : null;
    }

    public static string Of(HitPolicy policy) =>
        policy switch
        {
            HitPolicy.Unique => "unique",
            HitPolicy.Collect => "collect",
            _ => "first",
        };
}
