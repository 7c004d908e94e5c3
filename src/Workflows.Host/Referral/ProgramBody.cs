using Workflows.Marketing.Plays.Referral;

namespace Workflows.Host.Referral;

/// <summary>A distribution as the API takes and shows it.</summary>
/// <param name="Name">1 to 20 letters and digits; the one in the address counts.</param>
/// <param name="Levels">How many levels are paid: 1 or 2, never more; 2 unless given.</param>
/// <param name="DistributorRights">What distributors have of it, as they read it; 1 to 500 characters.</param>
/// <param name="InviteeRights">What those they bring have of it; 1 to 500 characters.</param>
/// <param name="IsOpen">Whether people can join; true unless given.</param>
internal sealed record ProgramBody(
    string? Name,
    int? Levels,
    string? DistributorRights,
    string? InviteeRights,
    bool? IsOpen
)
{
    public static ProgramBody From(ReferralProgram program) =>
        new(program.Name, program.Levels, program.DistributorRights, program.InviteeRights, program.IsOpen);

    public ReferralProgram ToProgram(string name) =>
        new(name, Levels ?? ReferralProgram.MostLevels, DistributorRights?.Trim() ?? "", InviteeRights?.Trim() ?? "")
        {
            IsOpen = IsOpen ?? true,
        };
}
