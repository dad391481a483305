using Neatx.Core.Training;
using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Models;

/// <summary>
/// Inception v3 (Szegedy et al. 2016, arXiv:1512.00567), as torchvision names and orders it. Keras' has batch norms without weights, leaves
/// padding out of means, and has no auxiliary head. Neither the auxiliary loss nor torchvision's dropout is used: the paper had neither.
/// </summary>
internal sealed class Inceptions
{
    private readonly NetworkBuilder _builder = new(3);
    private readonly bool _keras;
    private int _channels = 3;

    private Inceptions(bool keras) => _keras = keras;

    public static Network Create(ModelVariant variant, IReadOnlyList<Head> heads, NetworkOptions options)
    {
        var keras = variant == ModelVariant.Keras;
        var made = new Inceptions(keras);
        var features = made.AddFeatures(InputSteps.Add(made._builder, options));
        var outputs = heads.Sum(head => head.Findings.Count);
        return made._builder.Finish($"inception_v3 {variant}", "fc", made._builder.Pool(features), made._channels, heads, zeroBias: false, keras ? [] : InceptionAuxiliary.Parameters(outputs));
    }

    private string AddFeatures(string node)
    {
        node = Plain("Conv2d_1a_3x3", node, 32, 3, stride: 2);
        node = Plain("Conv2d_2a_3x3", node, 32, 3);
        node = Plain("Conv2d_2b_3x3", node, 64, 3, padded: true);
        node = _builder.Add("maxpool1", new MaxPool(3, 2), node);
        node = Plain("Conv2d_3b_1x1", node, 80, 1);
        node = Plain("Conv2d_4a_3x3", node, 192, 3);
        node = _builder.Add("maxpool2", new MaxPool(3, 2), node);
        node = A("Mixed_5b", node, 32);
        node = A("Mixed_5c", node, 64);
        node = A("Mixed_5d", node, 64);
        node = B("Mixed_6a", node);
        node = C("Mixed_6b", node, 128);
        node = C("Mixed_6c", node, 160);
        node = C("Mixed_6d", node, 160);
        node = C("Mixed_6e", node, 192);
        node = D("Mixed_7a", node);
        node = E("Mixed_7b", node);
        return E("Mixed_7c", node);
    }

    private string A(string name, string input, int pooled)
    {
        var branch1 = Branch($"{name}.branch1x1", input, _channels, 64, 1, 1);
        var branch5 = Branch($"{name}.branch5x5_1", input, _channels, 48, 1, 1);
        branch5 = Branch($"{name}.branch5x5_2", branch5, 48, 64, 5, 5);
        var branch3 = Branch($"{name}.branch3x3dbl_1", input, _channels, 64, 1, 1);
        branch3 = Branch($"{name}.branch3x3dbl_2", branch3, 64, 96, 3, 3);
        branch3 = Branch($"{name}.branch3x3dbl_3", branch3, 96, 96, 3, 3);
        return Join(name, 64 + 64 + 96 + pooled, branch1, branch5, branch3, Pooled(name, input, pooled));
    }

    private string B(string name, string input)
    {
        var branch3 = Branch($"{name}.branch3x3", input, _channels, 384, 3, 3, stride: 2);
        var doubled = Branch($"{name}.branch3x3dbl_1", input, _channels, 64, 1, 1);
        doubled = Branch($"{name}.branch3x3dbl_2", doubled, 64, 96, 3, 3);
        doubled = Branch($"{name}.branch3x3dbl_3", doubled, 96, 96, 3, 3, stride: 2);
        return Join(name, 384 + 96 + _channels, branch3, doubled, _builder.Add($"{name}.pool", new MaxPool(3, 2), input));
    }

    private string C(string name, string input, int width)
    {
        var branch1 = Branch($"{name}.branch1x1", input, _channels, 192, 1, 1);
        var branch7 = Branch($"{name}.branch7x7_1", input, _channels, width, 1, 1);
        branch7 = Branch($"{name}.branch7x7_2", branch7, width, width, 1, 7);
        branch7 = Branch($"{name}.branch7x7_3", branch7, width, 192, 7, 1);
        var doubled = Branch($"{name}.branch7x7dbl_1", input, _channels, width, 1, 1);
        doubled = Branch($"{name}.branch7x7dbl_2", doubled, width, width, 7, 1);
        doubled = Branch($"{name}.branch7x7dbl_3", doubled, width, width, 1, 7);
        doubled = Branch($"{name}.branch7x7dbl_4", doubled, width, width, 7, 1);
        doubled = Branch($"{name}.branch7x7dbl_5", doubled, width, 192, 1, 7);
        return Join(name, 4 * 192, branch1, branch7, doubled, Pooled(name, input, 192));
    }

    private string D(string name, string input)
    {
        var branch3 = Branch($"{name}.branch3x3_1", input, _channels, 192, 1, 1);
        branch3 = Branch($"{name}.branch3x3_2", branch3, 192, 320, 3, 3, stride: 2);
        var branch7 = Branch($"{name}.branch7x7x3_1", input, _channels, 192, 1, 1);
        branch7 = Branch($"{name}.branch7x7x3_2", branch7, 192, 192, 1, 7);
        branch7 = Branch($"{name}.branch7x7x3_3", branch7, 192, 192, 7, 1);
        branch7 = Branch($"{name}.branch7x7x3_4", branch7, 192, 192, 3, 3, stride: 2);
        return Join(name, 320 + 192 + _channels, branch3, branch7, _builder.Add($"{name}.pool", new MaxPool(3, 2), input));
    }

    private string E(string name, string input)
    {
        var branch1 = Branch($"{name}.branch1x1", input, _channels, 320, 1, 1);
        var branch3 = Branch($"{name}.branch3x3_1", input, _channels, 384, 1, 1);
        branch3 = Crossed($"{name}.branch3x3_2", branch3);
        var doubled = Branch($"{name}.branch3x3dbl_1", input, _channels, 448, 1, 1);
        doubled = Branch($"{name}.branch3x3dbl_2", doubled, 448, 384, 3, 3);
        doubled = Crossed($"{name}.branch3x3dbl_3", doubled);
        return Join(name, 320 + (4 * 384) + 192, branch1, branch3, doubled, Pooled(name, input, 192));
    }

    /// <summary>A row window and a column window side by side.</summary>
    private string Crossed(string name, string input)
    {
        var row = Branch($"{name}a", input, 384, 384, 1, 3);
        var column = Branch($"{name}b", input, 384, 384, 3, 1);
        return _builder.Add($"{name}.concat", new Concatenate(), row, column);
    }

    private string Pooled(string name, string input, int outputs) =>
        Branch($"{name}.branch_pool", _builder.Add($"{name}.pool", new AveragePool(3, 1, 1, CountPadding: !_keras), input), _channels, outputs, 1, 1);

    private string Join(string name, int channels, params IReadOnlyList<string> branches)
    {
        _channels = channels;
        return _builder.Add(name, new Concatenate(), branches);
    }

    private string Plain(string name, string input, int outputs, int kernel, int stride = 1, bool padded = false)
    {
        var convolution = Convolve(_channels, outputs, kernel, kernel, stride, padded);
        _channels = outputs;
        return _builder.ConvolutionNormRelu(name, convolution, Norm(outputs), input);
    }

    /// <summary>Padded so that the size stays, unless it steps.</summary>
    private string Branch(string name, string input, int inputs, int outputs, int height, int width, int stride = 1) =>
        _builder.ConvolutionNormRelu(name, Convolve(inputs, outputs, height, width, stride, stride == 1), Norm(outputs), input);

    private static Convolution Convolve(int inputs, int outputs, int height, int width, int stride, bool padded) =>
        new(inputs, outputs, height, width, stride, padded ? height / 2 : 0, padded ? width / 2 : 0, Bias: false, ConvolutionStart.NormalTenth);

    private BatchNorm Norm(int channels) => new(channels, 1e-3, _keras ? .01 : .1, HasWeight: !_keras);
}
