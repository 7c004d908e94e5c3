namespace Workflows.Marketing.Limits.Ledger;

/// <summary>Names one message.</summary>
/// <param name="Tenant">Whose message it is.</param>
/// <param name="Key">Its effect key.</param>
public readonly record struct MessageKey(int Tenant, string Key);
