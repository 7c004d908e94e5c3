using FsCheck.Xunit;

[assembly: Workflows.Testing.Seeds.SeededProperties]

namespace Workflows.Testing.Seeds;

/// <summary>Gives every <see cref="PropertyAttribute"/> of the assembly the seed of the run.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class SeededPropertiesAttribute : PropertiesAttribute
{
    public SeededPropertiesAttribute() => Replay = TestSeed.Replay;
}
