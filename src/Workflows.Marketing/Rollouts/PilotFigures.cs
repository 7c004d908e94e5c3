namespace Workflows.Marketing.Rollouts;

/// <summary>What came of a pilot: the five figures of its scorecard (S1-32).</summary>
/// <param name="Days">How many days it took.</param>
/// <param name="Stores">In how many stores.</param>
/// <param name="Sales">What was sold, in currency units.</param>
/// <param name="FanGrowth">How many times the contacts of before there are now.</param>
/// <param name="AddFanRate">Of the customers served, how many in a hundred became contacts (S1-33).</param>
public sealed record PilotFigures(int Days, int Stores, decimal Sales, double FanGrowth, double AddFanRate);
