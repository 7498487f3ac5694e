# The calculations of a network's layers, forward and backward, in TorchScript: PyTorch's own language for calculations
# without Python. TorchKernels.java wraps this text into an archive that PyTorch loads. It is written in the form in
# which PyTorch stores its programs: every type is named, and a torch.f is PyTorch's operator aten::f.
#
# Images are 1 x channels x depth x height x width with the channels fastest in memory (channels_last_3d, format 3),
# the order in which the processor's library calculates without copies. A name with _ at its end changes an argument.
class Kernels(Module):
  def image(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.contiguous(x, memory_format=3)

  # A convolution. fused: ReLU inside the processor's kernel, where it costs nothing.
  def convolve(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Tensor, stride: int, padding: int, relu: bool, fused: bool) -> Tensor:
    if relu and fused:
      y = ops.mkldnn._convolution_pointwise(x, weight, bias, [padding, padding, padding], [stride, stride, stride], [1, 1, 1], 1, "relu", annotate(List[Optional[number]], []), None)
    else:
      y = torch.conv3d(x, weight, bias, [stride, stride, stride], [padding, padding, padding])
      if relu:
        y = torch.relu_(y)
    return y

  # Input gradient (empty unless wanted), weight gradient, bias gradient.
  def convolve_backward(self: __torch__.Kernels, g: Tensor, x: Tensor, weight: Tensor, stride: int, padding: int, wanted: bool) -> List[Tensor]:
    dx, dw, db = torch.convolution_backward(g, x, weight, [torch.size(weight, 0)], [stride, stride, stride], [padding, padding, padding], [1, 1, 1], False, [0, 0, 0], 1, [wanted, True, True])
    if not wanted:
      dx = torch.empty([0])
    return [dx, dw, db]

  # A convolution with a kernel of 1 and a stride of 1 is a product of matrices: voxels x inputs times inputs x outputs.
  def mix(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Tensor, relu: bool) -> Tensor:
    y = torch.linear(torch.permute(x, [0, 2, 3, 4, 1]), torch.flatten(weight, 1), bias)
    if relu:
      y = torch.relu_(y)
    return torch.permute(y, [0, 4, 1, 2, 3])

  def mix_backward(self: __torch__.Kernels, g: Tensor, x: Tensor, weight: Tensor, wanted: bool) -> List[Tensor]:
    slope = torch.reshape(torch.permute(g, [0, 2, 3, 4, 1]), [-1, torch.size(g, 1)])
    rows = torch.reshape(torch.permute(x, [0, 2, 3, 4, 1]), [-1, torch.size(x, 1)])
    dw = torch.reshape(torch.matmul(torch.t(slope), rows), torch.size(weight))
    db = torch.sum(slope, [0])
    if wanted:
      size = torch.size(x)
      dx = torch.matmul(slope, torch.flatten(weight, 1))
      dx = torch.permute(torch.reshape(dx, [size[0], size[2], size[3], size[4], size[1]]), [0, 4, 1, 2, 3])
    else:
      dx = torch.empty([0])
    return [dx, dw, db]

  # How a kernel of a transposed convolution that does up-sampling by a factor and a convolution in one follows from the
  # convolution's: a matrix of size^3 x (size + factor - 1)^3 numbers. With a factor of 2, the kernel (a, b, c) on the
  # row (x0, x0, x1, x1, ...) gives (a + b) x0 + c x1 at the second and a x0 + (b + c) x1 at the third place, and so
  # does the kernel (c, b + c, a + b, a) that spreads each x over four places, two apart.
  def spreading(self: __torch__.Kernels, size: int, factor: int) -> Tensor:
    wide = size + factor - 1
    rows = torch.zeros([size, wide], dtype=6)
    for place in range(size):
      for shift in range(factor):
        entry = torch.fill_(torch.select(torch.select(rows, 0, place), 0, size - 1 - place + shift), 1.)
    return torch.kron(rows, torch.kron(rows, rows))

  # {out, in, k, k, k} becomes {in, out, k + factor - 1, ...}.
  def spread(self: __torch__.Kernels, weight: Tensor, factor: int) -> Tensor:
    size = torch.size(weight, 2)
    wide = size + factor - 1
    flat = torch.reshape(weight, [-1, size * size * size])
    map = torch.to(self.spreading(size, factor), weight)
    w = torch.reshape(torch.matmul(flat, map), [torch.size(weight, 0), torch.size(weight, 1), wide, wide, wide])
    return torch.transpose(w, 0, 1)

  # The transposed map: a gradient of the wide kernel becomes one of the kernel.
  def gather(self: __torch__.Kernels, gradient: Tensor, factor: int) -> Tensor:
    wide = torch.size(gradient, 2)
    size = wide - factor + 1
    flat = torch.reshape(torch.transpose(gradient, 0, 1), [-1, wide * wide * wide])
    map = torch.to(self.spreading(size, factor), gradient)
    return torch.reshape(torch.matmul(flat, torch.t(map)), [torch.size(gradient, 1), torch.size(gradient, 0), size, size, size])

  def upsample_convolve(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Tensor, factor: int) -> Tensor:
    padding = torch.floordiv(torch.size(weight, 2) - 1, 2)
    return torch.conv_transpose3d(x, self.spread(weight, factor), bias, [factor, factor, factor], [padding, padding, padding])

  # Adds such a convolution, without its bias, to what other inputs gave.
  def upsample_accumulate_(self: __torch__.Kernels, sum: Tensor, x: Tensor, weight: Tensor, factor: int) -> Tensor:
    padding = torch.floordiv(torch.size(weight, 2) - 1, 2)
    return torch.add_(sum, torch.conv_transpose3d(x, self.spread(weight, factor), None, [factor, factor, factor], [padding, padding, padding]))

  # Input gradient (empty unless wanted) and weight gradient.
  def upsample_convolve_backward(self: __torch__.Kernels, g: Tensor, x: Tensor, weight: Tensor, factor: int, wanted: bool) -> List[Tensor]:
    padding = torch.floordiv(torch.size(weight, 2) - 1, 2)
    dx, dw, db = torch.convolution_backward(g, x, self.spread(weight, factor), [torch.size(weight, 0)], [factor, factor, factor], [padding, padding, padding], [1, 1, 1], True, [0, 0, 0], 1, [wanted, True, False])
    if not wanted:
      dx = torch.empty([0])
    return [dx, self.gather(dw, factor)]

  # Adds a convolution with stride 1 to what other inputs gave.
  def accumulate_(self: __torch__.Kernels, sum: Tensor, x: Tensor, weight: Tensor, padding: int, relu: bool, fused: bool) -> Tensor:
    if fused:
      if relu:
        y = ops.mkldnn._convolution_pointwise_(sum, x, weight, None, [padding, padding, padding], [1, 1, 1], [1, 1, 1], 1, "add", 1., "relu", annotate(List[Optional[number]], []), None)
      else:
        y = ops.mkldnn._convolution_pointwise_(sum, x, weight, None, [padding, padding, padding], [1, 1, 1], [1, 1, 1], 1, "add", 1., None, annotate(List[Optional[number]], []), None)
    else:
      y = torch.add_(sum, torch.conv3d(x, weight, None, [1, 1, 1], [padding, padding, padding]))
      if relu:
        y = torch.relu_(y)
    return y

  # Input gradient (empty unless wanted) and weight gradient.
  def accumulate_backward(self: __torch__.Kernels, g: Tensor, x: Tensor, weight: Tensor, padding: int, wanted: bool) -> List[Tensor]:
    dx, dw, db = torch.convolution_backward(g, x, weight, [torch.size(weight, 0)], [1, 1, 1], [padding, padding, padding], [1, 1, 1], False, [0, 0, 0], 1, [wanted, True, False])
    if not wanted:
      dx = torch.empty([0])
    return [dx, dw]

  def relu(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.relu(x)

  def relu_(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.relu_(x)

  # ReLU's gradient from its output, in place.
  def relu_backward_(self: __torch__.Kernels, g: Tensor, y: Tensor) -> Tensor:
    return torch.threshold_backward(g, y, 0, grad_input=g)

  def leaky_relu(self: __torch__.Kernels, x: Tensor, slope: float) -> Tensor:
    return torch.leaky_relu(x, slope)

  # Its gradient from its output, in place.
  def leaky_relu_backward_(self: __torch__.Kernels, g: Tensor, y: Tensor, slope: float) -> Tensor:
    return torch.leaky_relu_backward(g, y, slope, True, grad_input=g)

  def sigmoid(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.sigmoid(x)

  # Its gradient from its output, in place.
  def sigmoid_backward_(self: __torch__.Kernels, g: Tensor, y: Tensor) -> Tensor:
    return torch.sigmoid_backward(g, y, grad_input=g)

  def max_pool(self: __torch__.Kernels, x: Tensor, factor: int) -> Tensor:
    return torch.max_pool3d(x, [factor, factor, factor], [factor, factor, factor])

  # The places of the maxima are looked for again: an index of 8 bytes a value is a lot to keep.
  def max_pool_backward(self: __torch__.Kernels, g: Tensor, x: Tensor, factor: int) -> Tensor:
    size = [factor, factor, factor]
    y, places = torch.max_pool3d_with_indices(x, size, size)
    return torch.max_pool3d_with_indices_backward(g, x, size, size, [0, 0, 0], [1, 1, 1], False, places)

  def upsample(self: __torch__.Kernels, x: Tensor, size: List[int]) -> Tensor:
    return torch.upsample_nearest3d(x, size)

  def upsample_backward(self: __torch__.Kernels, g: Tensor, size: List[int], input_size: List[int]) -> Tensor:
    return torch.upsample_nearest3d_backward(g, size, input_size)

  def concatenate(self: __torch__.Kernels, parts: List[Tensor]) -> Tensor:
    return torch.cat(parts, 1)

  # Some channels of an image, copied.
  def channels(self: __torch__.Kernels, x: Tensor, begin: int, end: int) -> Tensor:
    return torch.clone(torch.slice(x, 1, begin, end), memory_format=3)

  # Some input channels of a weight: the same memory.
  def inputs(self: __torch__.Kernels, weight: Tensor, begin: int, end: int) -> Tensor:
    return torch.slice(weight, 1, begin, end)

  def copy(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.clone(x)

  def add(self: __torch__.Kernels, x: Tensor, y: Tensor) -> Tensor:
    return torch.add(x, y)

  def add_(self: __torch__.Kernels, x: Tensor, y: Tensor) -> Tensor:
    return torch.add_(x, y)

  def zero_(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.zero_(x)

  def total(self: __torch__.Kernels, g: Tensor) -> Tensor:
    return torch.sum(g, [0, 2, 3, 4])

  # With one image in the batch, the mean and variance of a batch are those of the instance.
  def normalise(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Tensor, epsilon: float) -> Tensor:
    y, mean, deviation = torch.native_batch_norm(x, weight, bias, None, None, True, 0., epsilon)
    return y

  def normalise_backward(self: __torch__.Kernels, g: Tensor, x: Tensor, weight: Tensor, bias: Tensor, epsilon: float, wanted: bool) -> List[Tensor]:
    y, mean, deviation = torch.native_batch_norm(x, weight, bias, None, None, True, 0., epsilon)
    dx, dw, db = torch.native_batch_norm_backward(g, x, weight, None, None, mean, deviation, True, epsilon, [wanted, True, True])
    if not wanted:
      dx = torch.empty([0])
    return [dx, dw, db]
