namespace Workflows.Expressions.Diagnostics;

/// <summary>Finds the language that a person asked for.</summary>
public static class Languages
{
    /// <summary>The language of a tag such as <c>zh</c>, <c>zh-CN</c> or <c>en</c>; English for every other one and for none.</summary>
    public static Language Find(string? tag) =>
        tag is not null && tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ? Language.Chinese
            : Language.English;
}
