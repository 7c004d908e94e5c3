namespace Workflows.Storage.Segments;

/// <summary>Names of attributes that every database's JSON path can say.</summary>
internal static class AttributeName
{
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= 128
        && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.' or ' ')
        && !name.Any(char.IsSurrogate);
}
