using System.Text;

namespace Workflows.Storage;

internal static class SnakeCase
{
    /// <summary><c>PaidOrderCount</c> becomes <c>paid_order_count</c>.</summary>
    public static string Of(string pascalCase)
    {
        var name = new StringBuilder(pascalCase.Length + 4);
        foreach (var letter in pascalCase)
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
