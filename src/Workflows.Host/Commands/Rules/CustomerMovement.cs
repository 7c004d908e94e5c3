namespace Workflows.Host.Commands.Rules;

/// <summary>Customers of a file for whom another rule decides.</summary>
/// <param name="From">The rule that decided; absent where none did.</param>
/// <param name="To">The rule that decides now; absent where none does.</param>
/// <param name="Customers">How many there are.</param>
/// <param name="Rows">The lines of the first of them; the header is line 1.</param>
internal sealed record CustomerMovement(string? From, string? To, int Customers, IReadOnlyList<long> Rows);
