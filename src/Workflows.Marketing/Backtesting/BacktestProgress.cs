namespace Workflows.Marketing.Backtesting;

/// <summary>How far a back-test is.</summary>
/// <param name="Contacts">How many contacts are played.</param>
/// <param name="Total">How many there are.</param>
public readonly record struct BacktestProgress(int Contacts, int Total);
