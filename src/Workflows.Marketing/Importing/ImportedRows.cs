namespace Workflows.Marketing.Importing;

/// <summary>What a batch came to.</summary>
/// <param name="Added">How many of its events were new.</param>
/// <param name="Contacts">How many contacts they made.</param>
public sealed record ImportedRows(int Added, int Contacts);
