namespace Workflows.Marketing.Ledger;

internal static class LedgerText
{
    /// <exception cref="ArgumentException">The text is empty or longer than that.</exception>
    public static void Check(string text, int longest, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        if (text.Length > longest)
        {
            throw new ArgumentException($"'{text[..20]}…' has more than {longest} characters.", name);
        }
    }
}
