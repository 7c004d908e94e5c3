namespace Workflows.Storage.Content;

/// <summary>How often one version of a script was said in a time, and what came of it (S1-44).</summary>
/// <param name="Script">The script with its version.</param>
/// <param name="Name">What colleagues call it.</param>
/// <param name="Category">The drawer it lies in, or null.</param>
/// <param name="Sent">How many messages said it.</param>
/// <param name="Copied">How often the staff said it by hand.</param>
/// <param name="Staff">How many members of the staff said it.</param>
/// <param name="Contacts">How many contacts heard it by themselves, each counted once.</param>
/// <param name="Buyers">How many of them paid an order for which it was the last script, within its window.</param>
/// <param name="Orders">How many such orders.</param>
/// <param name="Amount">What of them was paid and kept, in currency units.</param>
public sealed record ScriptFigure(
    string Script,
    string Name,
    string? Category,
    int Sent,
    int Copied,
    int Staff,
    int Contacts,
    int Buyers,
    int Orders,
    decimal Amount
)
{
    /// <summary>The share of those who heard it and bought; 0 where nobody heard it.</summary>
    public decimal Conversion => Contacts == 0 ? 0m : Math.Round((decimal)Buyers / Contacts, 4);
}
